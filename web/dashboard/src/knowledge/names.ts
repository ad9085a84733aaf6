// Names of texts as people read them.

/** `order_paid` as `Order paid`. */
export function nameOfKey(key: string): string {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
