# Validation of arguments and results against JSON Schema.
