"""What an experienced account manager would say beside each step: ideas, examples and the thinking behind them."""
