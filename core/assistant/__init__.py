"""Not a socket: the salesperson. One turn from the customer's messages to what is said and done."""
