"""A program of its own, started by core/media/pdf.py: reads a PDF from stdin and writes one page as PNG to stdout.

It limits itself before it reads a byte, and imports nothing of Parley.
"""

import io
import sys

# How it ends, besides 0.
BROKEN = 3
LOCKED = 4
NO_SUCH_PAGE = 5

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_MOST_PIXELS_A_SIDE = 4000


def main(number: int, longest_side: int, memory: int, seconds: int) -> int:
    _limit(memory, seconds)
    import pypdfium2

    data = sys.stdin.buffer.read()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return LOCKED if error.err_code == _PASSWORD_ERROR else BROKEN
    if not 1 <= number <= len(document):
        return NO_SUCH_PAGE
    page = document[number - 1]
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        return BROKEN
    scale = min(longest_side, _MOST_PIXELS_A_SIDE) / max(width, height)
    image = page.render(scale=scale, draw_annots=True).to_pil()
    output = io.BytesIO()
    image.save(output, "PNG")
    sys.stdout.buffer.write(output.getbuffer())
    sys.stdout.buffer.flush()
    return 0


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none; the time limit of the parent still holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # macOS refuses it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:5])))
