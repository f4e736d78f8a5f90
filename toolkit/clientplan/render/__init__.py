"""A plan and a template pack to HTML, and to a PDF that fits its pages."""
