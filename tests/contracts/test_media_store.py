"""What every media store must do, and what is said of one alone."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.media import cloudinary_store
from core.media.cloudinary_store import CloudinaryStore
from core.media.local_store import LocalStore
from core.media.store import MediaMissingError, MediaStore, MediaStoreError
from tests.cloudinary_stand_in import API_KEY, API_SECRET, CLOUD_NAME, CloudinaryStandIn, Misbehaviour, cloudinary
from tests.journeys.server import free_port


@contextmanager
def local(folder: Path) -> Iterator[MediaStore]:
    yield LocalStore(folder / "media")


@contextmanager
def at_cloudinary(_folder: Path) -> Iterator[MediaStore]:
    with cloudinary() as stand_in:
        yield store_at(stand_in.url)


HARNESSES: dict[str, Callable[[Path], AbstractContextManager[MediaStore]]] = {
    "local": local,
    "cloudinary": at_cloudinary,
}


@pytest.fixture(params=HARNESSES)
def store(request: pytest.FixtureRequest, data_folder: Path) -> Iterator[MediaStore]:
    with HARNESSES[request.param](data_folder) as store:
        yield store


async def test_what_was_put_is_what_is_got(store: MediaStore) -> None:
    data = bytes(range(256)) * 1000

    key = await store.put(data, content_type="image/png")

    assert await store.get(key) == data
    assert 0 < len(key) <= 200


@pytest.mark.parametrize(
    "content_type",
    ["image/jpeg", "image/heic", "application/pdf", "audio/ogg", "video/mp4", "application/octet-stream"],
)
async def test_every_kind_of_file_comes_back_as_it_was(store: MediaStore, content_type: str) -> None:
    """Also one that its type promises wrongly: nothing on the way looks into it."""
    data = b"--\r\n\r\n" + os.urandom(3000) + b"\r\n"

    assert await store.get(await store.put(data, content_type=content_type)) == data


async def test_the_same_bytes_twice_are_two_files(store: MediaStore) -> None:
    first = await store.put(b"receipt", content_type="image/png")
    second = await store.put(b"receipt", content_type="image/png")

    await store.delete(first)

    assert await store.get(second) == b"receipt"
    with pytest.raises(MediaMissingError):
        await store.get(first)


async def test_a_deleted_file_is_missing_and_can_be_deleted_again(store: MediaStore) -> None:
    key = await store.put(b"receipt", content_type="image/png")

    await store.delete(key)
    await store.delete(key)

    with pytest.raises(MediaMissingError):
        await store.get(key)


@pytest.mark.parametrize("key", ["nowhere", "", "../secrets.json", "/etc/passwd", "00/" + "0" * 40, "00/../../x"])
async def test_what_is_no_key_of_the_store_leads_nowhere(store: MediaStore, key: str) -> None:
    with pytest.raises(MediaMissingError):
        await store.get(key)
    await store.delete(key)


async def test_a_path_holds_the_bytes_where_there_is_one(store: MediaStore) -> None:
    key = await store.put(b"receipt", content_type="image/png")

    path = store.path(key)

    assert path is None or path.read_bytes() == b"receipt"


async def test_local_files_are_for_their_owner_alone(data_folder: Path) -> None:
    store = LocalStore(data_folder / "media")

    path = store.path(await store.put(b"receipt", content_type="image/png"))

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in path.parent.iterdir()] == [path.name]


# --- Cloudinary ------------------------------------------------------------------------------------------------------


def store_at(url: str, **changes: Any) -> CloudinaryStore:
    quick = {"silence_seconds": 1.0, "longest_seconds": 10.0, "pauses": (0.0, 0.0)}
    named = {"cloud_name": CLOUD_NAME, "api_key": API_KEY, "api_secret": API_SECRET}
    return CloudinaryStore(**{**named, "api_url": url, **quick, **changes})


@pytest.fixture(scope="module")
def one_stand_in() -> Iterator[CloudinaryStandIn]:
    with cloudinary() as stand_in:
        yield stand_in


@pytest.fixture
def stand_in(one_stand_in: CloudinaryStandIn) -> CloudinaryStandIn:
    one_stand_in.forget()
    return one_stand_in


async def put_one(stand_in: CloudinaryStandIn) -> str:
    key = await store_at(stand_in.url).put(b"receipt", content_type="image/png")
    stand_in.asked.clear()
    return key


Does = dict[str, Callable[[CloudinaryStore, str], Any]]
CALLS: Does = {
    "raw/upload": lambda store, _: store.put(b"receipt", content_type="image/png"),
    "raw/download": lambda store, key: store.get(key),
    "raw/destroy": lambda store, key: store.delete(key),
}


@pytest.fixture(params=CALLS)
def call(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def test_files_are_authenticated_ones_under_names_of_ours(stand_in: CloudinaryStandIn) -> None:
    key = await store_at(stand_in.url).put(b"receipt", content_type="image/png")

    assert stand_in.files == {("raw", "authenticated", key): b"receipt"}
    assert key.startswith("parley/")


async def test_a_deleted_file_leaves_the_caches_too(stand_in: CloudinaryStandIn) -> None:
    key = await put_one(stand_in)

    await store_at(stand_in.url).delete(key)

    assert (stand_in.files, stand_in.invalidated) == ({}, [key])


@pytest.mark.parametrize("wrong", [{"api_secret": "another"}, {"api_key": "another"}, {"cloud_name": "another"}])
async def test_who_is_not_known_there_is_told_at_once(
    stand_in: CloudinaryStandIn, call: str, wrong: Mapping[str, str]
) -> None:
    key = await put_one(stand_in)

    with pytest.raises(MediaStoreError, match="401"):
        await CALLS[call](store_at(stand_in.url, **wrong), key)

    assert stand_in.asked == [call]
    assert list(stand_in.files.values()) == [b"receipt"]


@pytest.mark.parametrize("status", [420, 429, 500, 502, 503])
async def test_what_may_pass_is_tried_again(stand_in: CloudinaryStandIn, call: str, status: int) -> None:
    key = await put_one(stand_in)
    stand_in.next.extend([Misbehaviour(status), Misbehaviour(status, body="<html>busy</html>")])

    await CALLS[call](store_at(stand_in.url), key)

    assert stand_in.asked == [call] * 3


async def test_silence_is_tried_again(stand_in: CloudinaryStandIn, call: str) -> None:
    key = await put_one(stand_in)
    stand_in.next.append(Misbehaviour(is_silent=True))

    await CALLS[call](store_at(stand_in.url, silence_seconds=0.3), key)

    assert stand_in.asked == [call] * 2


async def test_trying_again_has_an_end(stand_in: CloudinaryStandIn, call: str) -> None:
    key = await put_one(stand_in)
    stand_in.next.extend([Misbehaviour(503)] * 9)

    with pytest.raises(MediaStoreError, match="503"):
        await CALLS[call](store_at(stand_in.url), key)

    assert stand_in.asked == [call] * 3


@pytest.mark.parametrize("status", [400, 401, 403, 409])
async def test_what_is_refused_is_not_tried_again(stand_in: CloudinaryStandIn, call: str, status: int) -> None:
    key = await put_one(stand_in)
    stand_in.next.append(Misbehaviour(status))

    with pytest.raises(MediaStoreError, match=str(status)):
        await CALLS[call](store_at(stand_in.url), key)

    assert stand_in.asked == [call]


async def test_a_trickle_without_end_is_given_up(stand_in: CloudinaryStandIn, call: str) -> None:
    key = await put_one(stand_in)
    stand_in.next.append(Misbehaviour(drips=True))

    with pytest.raises(MediaStoreError, match="too long"):
        await CALLS[call](store_at(stand_in.url, longest_seconds=0.6), key)


async def test_where_nobody_listens_nothing_is_kept(call: str) -> None:
    with pytest.raises(MediaStoreError) as raised:
        await CALLS[call](store_at(f"http://127.0.0.1:{free_port()}"), "parley/" + "0" * 40)

    assert not isinstance(raised.value, MediaMissingError)


async def test_an_upload_whose_answer_was_lost_is_one_file(stand_in: CloudinaryStandIn) -> None:
    stand_in.next.append(Misbehaviour(500, keeps_first=True))

    key = await store_at(stand_in.url).put(b"receipt", content_type="image/png")

    assert stand_in.files == {("raw", "authenticated", key): b"receipt"}
    assert len(stand_in.asked) == 2


async def test_a_deletion_whose_answer_was_lost_is_one(stand_in: CloudinaryStandIn) -> None:
    key = await put_one(stand_in)
    stand_in.next.append(Misbehaviour(500, keeps_first=True))

    await store_at(stand_in.url).delete(key)

    assert stand_in.files == {}


@pytest.mark.parametrize(
    "lie",
    [{"bytes": 3}, {"public_id": "parley/other"}, {"type": "upload"}, {"resource_type": "image"}, {"public_id": None}],
)
async def test_an_upload_that_became_something_else_is_an_error(
    stand_in: CloudinaryStandIn, lie: Mapping[str, Any]
) -> None:
    stand_in.next.append(Misbehaviour(lies=lie))

    with pytest.raises(MediaStoreError, match="something else"):
        await store_at(stand_in.url).put(b"receipt", content_type="image/png")


async def test_a_deletion_that_is_not_confirmed_is_an_error(stand_in: CloudinaryStandIn) -> None:
    key = await put_one(stand_in)
    stand_in.next.append(Misbehaviour(lies={"result": "perhaps"}))

    with pytest.raises(MediaStoreError):
        await store_at(stand_in.url).delete(key)


@pytest.mark.parametrize("body", ["[]", "null", "no JSON", '"ok"'])
async def test_an_answer_in_other_words_is_an_error(stand_in: CloudinaryStandIn, body: str) -> None:
    stand_in.next.extend([Misbehaviour(body=body)] * 6)

    with pytest.raises(MediaStoreError):
        await store_at(stand_in.url).put(b"receipt", content_type="image/png")
    with pytest.raises(MediaStoreError):
        await store_at(stand_in.url).delete("parley/" + "0" * 40)


async def test_a_download_goes_nowhere_else(stand_in: CloudinaryStandIn) -> None:
    key = await put_one(stand_in)
    with cloudinary() as elsewhere:
        stand_in.next.append(Misbehaviour(redirect=f"{elsewhere.url}/v1_1/x/raw/download"))

        with pytest.raises(MediaStoreError, match="302"):
            await store_at(stand_in.url).get(key)

        assert elsewhere.asked == []


async def test_more_than_a_file_can_have_is_not_taken(
    stand_in: CloudinaryStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await put_one(stand_in)
    monkeypatch.setattr(cloudinary_store, "MAX_BYTES", 1000)
    stand_in.next.append(Misbehaviour(other_bytes=b"x" * 1001))

    with pytest.raises(MediaStoreError, match="more than"):
        await store_at(stand_in.url).get(key)


async def test_what_is_no_key_is_not_asked_for(stand_in: CloudinaryStandIn) -> None:
    with pytest.raises(MediaMissingError):
        await store_at(stand_in.url).get("../other/" + "0" * 40)
    await store_at(stand_in.url).delete("sample")

    assert stand_in.asked == []


async def test_the_settings_that_the_sdk_has_for_the_process_stay_as_they_are(stand_in: CloudinaryStandIn) -> None:
    import cloudinary as sdk

    before = dict(vars(sdk.config()))

    key = await put_one(stand_in)
    await store_at(stand_in.url).get(key)

    assert vars(sdk.config()) == before
    assert before.get("api_secret") is None
