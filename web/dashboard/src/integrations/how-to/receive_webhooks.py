"""A receiver of webhooks that believes only what Parley signed. Needs: pip install standardwebhooks"""

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["PARLEY_WEBHOOK_SECRET"])
seen = set()  # in a real program: a table


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            webhook.verify(body, dict(self.headers))
        except WebhookVerificationError:
            self.send_response(401)
            self.end_headers()
            return
        self.send_response(204)  # at once; the work comes afterwards
        self.end_headers()
        if self.headers["webhook-id"] not in seen:  # it may come more than once
            seen.add(self.headers["webhook-id"])
            event = json.loads(body)
            print(event["type"], event["data"], flush=True)


HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "9000"))), Receiver).serve_forever()
