// A made-up payment receipt as a picture, no two alike: the shop flags a proof that looks like an earlier one.

const WIDTH = 720;
const HEIGHT = 1080;
const CELLS = 9;
const INK = "#181c22";
const PALE = "#707884";

export interface ReceiptWords {
  title: string;
  amount: string;
  reference: string;
  date: string;
  note: string;
  noMoney: string;
}

/** A PNG over this amount. */
export async function sampleReceipt(total: string, when: string, words: ReceiptWords): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("This browser draws no pictures.");
  const isRtl = document.documentElement.dir === "rtl";
  pen.direction = isRtl ? "rtl" : "ltr";
  pen.textBaseline = "top";
  const across = (x: number) => (isRtl ? WIDTH - x : x);
  const text = (words: string, x: number, y: number, size: number, color: string) => {
    pen.font = `${String(size)}px 'Inter Variable', 'Noto Naskh Arabic Variable', sans-serif`;
    pen.fillStyle = color;
    pen.fillText(words, across(x), y, WIDTH - x - 40);
  };
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = "#0a7d47";
  pen.fillRect(0, 0, WIDTH, 150);
  text(words.title, 48, 46, 52, "#fff");
  text(words.amount, 48, 190, 28, PALE);
  text(total, 48, 228, 64, INK);
  const bytes = crypto.getRandomValues(new Uint8Array(CELLS * CELLS + 4));
  const reference = `SIM${String(new DataView(bytes.buffer).getUint32(0) % 1_000_000_000).padStart(9, "0")}`;
  const lines = [
    [words.reference, reference],
    [words.date, when],
    [words.note, words.noMoney],
  ];
  lines.forEach(([name = "", value = ""], place) => {
    text(name, 48, 340 + place * 60, 28, PALE);
    text(value, 260, 340 + place * 60, 28, INK);
  });
  drawPattern(pen, bytes.subarray(4));
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (blob === null) throw new Error("This browser makes no PNG.");
  return new File([blob], `receipt-${reference}.png`, { type: "image/png" });
}

function drawPattern(pen: CanvasRenderingContext2D, bytes: Uint8Array): void {
  const cell = Math.floor(450 / CELLS);
  const left = (WIDTH - cell * CELLS) / 2;
  pen.fillStyle = INK;
  bytes.forEach((byte, place) => {
    if (byte % 2 === 0) return;
    pen.fillRect(left + (place % CELLS) * cell, 570 + Math.floor(place / CELLS) * cell, cell, cell);
  });
}
