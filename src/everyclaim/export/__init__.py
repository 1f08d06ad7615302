"""What leaves everyclaim, one file a format. `wording` and `outline` put a record into people's words and order."""
