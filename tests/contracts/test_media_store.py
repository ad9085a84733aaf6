"""What every media store must do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.media.local_store import LocalStore
from core.media.store import MediaMissingError, MediaStore

ADAPTERS: dict[str, Callable[[Path], MediaStore]] = {
    "local": lambda folder: LocalStore(folder / "media"),
}


@pytest.fixture(params=ADAPTERS)
def store(request: pytest.FixtureRequest, data_folder: Path) -> MediaStore:
    return ADAPTERS[request.param](data_folder)


async def test_what_was_put_is_what_is_got(store: MediaStore) -> None:
    data = bytes(range(256)) * 1000

    key = await store.put(data, content_type="image/png")

    assert await store.get(key) == data
    assert 0 < len(key) <= 200


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


async def test_an_empty_file_stays_empty(store: MediaStore) -> None:
    assert await store.get(await store.put(b"", content_type="text/plain")) == b""


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
