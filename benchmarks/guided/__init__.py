"""How the forms are measured in a browser, beside the same fields as stock ipywidgets."""
