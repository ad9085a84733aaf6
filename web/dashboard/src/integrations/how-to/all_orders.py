"""Every order, page by page. Needs: pip install httpx"""

import os

import httpx

QUERY = """
query Orders($after: String) {
  orders(first: 50, after: $after, orderBy: {field: CREATED_AT, direction: ASC}) {
    nodes { number status total { amount currency } }
    pageInfo { hasNextPage endCursor }
  }
}
"""

with httpx.Client(headers={"Authorization": f"Bearer {os.environ['PARLEY_KEY']}"}) as http:
    after = None
    while True:
        answer = http.post(f"{os.environ['PARLEY_URL']}/graphql", json={"query": QUERY, "variables": {"after": after}})
        page = answer.json()["data"]["orders"]
        for order in page["nodes"]:
            print(order["number"], order["status"], order["total"]["amount"], order["total"]["currency"])
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
