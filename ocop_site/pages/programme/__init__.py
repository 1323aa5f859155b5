"""The report on the programme, with its chart."""
