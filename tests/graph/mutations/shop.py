"""What is of the whole shop: settings, notices and files that are sent here."""

from tests.graph.mutations.calls import Call, Failure, on, plain
from tests.graph.mutations.scene import Input, Scene, id_of


async def _seen(scene: Scene) -> Input:
    await scene.enter()
    return {"ids": [id_of(await scene.notice())]}


CALLS = {
    "settingsChange": Call(plain(businessName="Bazaar", orderHours=24), other={"orderHours": 12}),
    "noticeMarkSeen": Call(_seen, is_audited=False, unknown={"ids": ""}),
    "noticeResolve": Call(on(Scene.notice)),
    "mediaUploadCreate": Call(plain(purpose="MESSAGE", contentType="image/png"), is_audited=False),
}

FAILURES = {
    ("settingsChange", "InvalidInputError"): Failure(plain(orderHours=0), "INVALID_INPUT", ("orderHours",)),
    ("mediaUploadCreate", "InvalidInputError"): Failure(
        plain(purpose="MESSAGE", contentType="picture"), "FILE_TYPE", ("contentType",)
    ),
}
