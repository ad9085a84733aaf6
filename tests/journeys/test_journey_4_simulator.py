"""Journey 4: a simulated chat goes the same way as one over WhatsApp."""

from tests.journeys.chat import Customer


async def test_a_customer_who_says_hello_is_greeted(customer: Customer) -> None:
    answer = await customer.asks("Hello, good morning")

    assert "Sample Services" in answer
