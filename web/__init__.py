"""The outermost room: settings, assembly, HTTP and WebSocket, the command line."""
