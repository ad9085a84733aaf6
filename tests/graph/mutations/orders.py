"""Orders and the ways to pay."""

from models.orders import OrderStatus
from models.payments import PaymentConfig
from tests.graph.mutations.calls import Call, Failure, on
from tests.graph.mutations.catalog import told_again_after_it_was_deleted
from tests.graph.mutations.scene import Input, Scene, id_of
from tests.graph.people import PASSWORD

METHOD = {
    "kind": "EASYPAISA",
    "label": "EasyPaisa",
    "currency": "PKR",
    "payeeName": "Parley Shop",
    "accountNumber": "03001234567",
}


async def _pending(scene: Scene) -> Input:
    return {"id": id_of(await scene.order(OrderStatus.PENDING))}


async def _new_method(scene: Scene) -> Input:
    await scene.enter()
    return {**METHOD, "password": PASSWORD}


async def _new_payee(scene: Scene) -> Input:
    await scene.enter()
    return {"id": id_of(await scene.payment_method()), "changes": {"payeeName": "Somebody"}, "password": PASSWORD}


async def _new_method_without_a_label(scene: Scene) -> Input:
    return {**await _new_method(scene), "label": " "}


async def _new_method_with_a_wrong_password(scene: Scene) -> Input:
    return {**await _new_method(scene), "password": "wrong"}


async def _new_payee_with_a_wrong_password(scene: Scene) -> Input:
    return {**await _new_payee(scene), "password": "wrong"}


async def _new_method_after_too_many_guesses(scene: Scene) -> Input:
    staff = await scene.enter()
    await scene.exhaust(staff.email)
    return {**METHOD, "password": PASSWORD}


async def _new_payee_after_too_many_guesses(scene: Scene) -> Input:
    asked = await _new_payee(scene)
    staff = await scene.enter()
    await scene.exhaust(staff.email)
    return asked


async def _old_method(scene: Scene) -> Input:
    await scene.enter()
    return {"id": id_of(await scene.payment_method()), "password": PASSWORD}


async def _old_method_with_a_wrong_password(scene: Scene) -> Input:
    return {**await _old_method(scene), "password": "wrong"}


async def _old_method_after_too_many_guesses(scene: Scene) -> Input:
    asked = await _old_method(scene)
    staff = await scene.enter()
    await scene.exhaust(staff.email)
    return asked


async def _last_method(scene: Scene) -> Input:
    await PaymentConfig.all().delete()
    await scene.order(OrderStatus.PENDING)
    return await _old_method(scene)


async def _methods_in_order(scene: Scene) -> Input:
    await scene.payment_method()
    await scene.payment_method()
    return {"paymentMethodIds": [id_of(row) for row in await PaymentConfig.all().order_by("-id")]}


async def _one_left_out(scene: Scene) -> Input:
    asked = await _methods_in_order(scene)
    return {"paymentMethodIds": asked["paymentMethodIds"][1:]}


CALLS = {
    "orderApprovePayment": Call(on(Scene.order)),
    "orderRejectPayment": Call(on(Scene.order, reason="unreadable")),
    "orderCancel": Call(on(Scene.order, reason="changed their mind")),
    "orderComplete": Call(on(Scene.paid_order)),
    "orderRefund": Call(on(Scene.paid_order, amount={"amount": "10", "currency": "PKR"}, reference="TX-9")),
    "orderNoteAdd": Call(on(Scene.order, text="Calls at nine.")),
    "paymentMethodCreate": Call(_new_method, other={"label": "Another"}),
    "paymentMethodUpdate": Call(_new_payee),
    "paymentMethodDelete": Call(_old_method),
    "paymentMethodReorder": Call(_methods_in_order, unknown={"paymentMethodIds": "ListDiffersError"}),
}

FAILURES = {
    ("orderApprovePayment", "OrderStepNotAllowedError"): Failure(on(Scene.cancelled_order), "ORDER_STEP_NOT_ALLOWED"),
    ("orderRejectPayment", "OrderStepNotAllowedError"): Failure(
        on(Scene.cancelled_order, reason="unreadable"), "ORDER_STEP_NOT_ALLOWED"
    ),
    ("orderCancel", "OrderStepNotAllowedError"): Failure(on(Scene.paid_order), "ORDER_STEP_NOT_ALLOWED"),
    ("orderComplete", "OrderStepNotAllowedError"): Failure(_pending, "ORDER_STEP_NOT_ALLOWED"),
    ("orderRefund", "OrderStepNotAllowedError"): Failure(
        on(Scene.order, amount={"amount": "10", "currency": "PKR"}, reference="TX-9"), "ORDER_STEP_NOT_ALLOWED"
    ),
    ("paymentMethodCreate", "InvalidInputError"): Failure(_new_method_without_a_label, "INVALID_INPUT", ("label",)),
    ("paymentMethodCreate", "InvalidCredentialsError"): Failure(
        _new_method_with_a_wrong_password, "INVALID_CREDENTIALS", ("password",), leaves_traces=True
    ),
    ("paymentMethodCreate", "RateLimitedError"): Failure(_new_method_after_too_many_guesses, "RATE_LIMITED"),
    ("paymentMethodCreate", "NotFoundError"): Failure(
        told_again_after_it_was_deleted(
            "paymentMethodCreate", "paymentMethodDelete", "paymentMethod", _new_method, password=PASSWORD, confirm=True
        ),
        "NOT_FOUND",
    ),
    ("paymentMethodUpdate", "InvalidCredentialsError"): Failure(
        _new_payee_with_a_wrong_password, "INVALID_CREDENTIALS", ("password",), leaves_traces=True
    ),
    ("paymentMethodUpdate", "RateLimitedError"): Failure(_new_payee_after_too_many_guesses, "RATE_LIMITED"),
    ("paymentMethodDelete", "LastPaymentMethodError"): Failure(_last_method, "LAST_PAYMENT_METHOD"),
    ("paymentMethodDelete", "InvalidCredentialsError"): Failure(
        _old_method_with_a_wrong_password, "INVALID_CREDENTIALS", ("password",), leaves_traces=True
    ),
    ("paymentMethodDelete", "RateLimitedError"): Failure(_old_method_after_too_many_guesses, "RATE_LIMITED"),
    ("paymentMethodReorder", "ListDiffersError"): Failure(_one_left_out, "LIST_DIFFERS", ("paymentMethodIds",)),
}
