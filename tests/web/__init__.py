"""Tests of the doors: settings, HTTP, WebSocket, cookies."""
