"""Every mutation of the schema, called with success, told twice, and made to fail in each way its union names."""
