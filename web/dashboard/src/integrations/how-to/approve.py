"""Approve a payment, safe to repeat: the same key gives the first result again. Needs: pip install httpx"""

import os
import sys

import httpx

APPROVE = """
mutation Approve($input: OrderApprovePaymentInput!) {
  orderApprovePayment(input: $input) {
    ... on OrderPayload { order { number status } }
    ... on OrderStepNotAllowedError { code message order { number status } }
    ... on Error { code message path }
  }
}
"""

order_id, key = sys.argv[1:3]
answer = httpx.post(
    f"{os.environ['PARLEY_URL']}/graphql",
    json={"query": APPROVE, "variables": {"input": {"id": order_id, "idempotencyKey": key}}},
    headers={"Authorization": f"Bearer {os.environ['PARLEY_KEY']}"},
)
result = answer.json()["data"]["orderApprovePayment"]
if "code" in result:
    sys.exit(f"{result['code']}: {result['message']}")
print(result["order"]["number"], result["order"]["status"])
