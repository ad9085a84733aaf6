"""The socket for WhatsApp: the port, and the gateways that plug into it."""
