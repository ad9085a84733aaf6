// Colours, type and shapes. Every text keeps a contrast of 4.5:1 in light and dark.

import { createTheme, defaultVariantColorsResolver, parseThemeColor, type MantineColorsTuple } from "@mantine/core";

const brand: MantineColorsTuple = [
  "#e9f9f1",
  "#d3f0e1",
  "#a4e0c1",
  "#72cf9f",
  "#4ac183",
  "#31b871",
  "#12a05f",
  "#0a8049",
  "#08683b",
  "#05552f",
];

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: { light: 7, dark: 7 },
  colors: { brand },
  fontFamily: "'Inter Variable', 'Noto Naskh Arabic Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: { fontWeight: "640", sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.0625rem" } } },
  defaultRadius: "md",
  cursorType: "pointer",
  autoContrast: true,
  respectReducedMotion: true,
  // Mantine's light and transparent variants miss 4.5:1 in some hues: their text is taken further out.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    const named = parseThemeColor({ color: input.color ?? input.theme.primaryColor, theme: input.theme });
    // White on Mantine's red is hard to read.
    if (named.isThemeColor && named.color === "red" && input.variant === "filled") {
      const red = "var(--mantine-color-red-9)";
      return { ...resolved, background: red, hover: `color-mix(in srgb, ${red}, black 12%)` };
    }
    if (!named.isThemeColor || !["light", "subtle", "transparent", "outline"].includes(input.variant)) return resolved;
    const dark = `color-mix(in srgb, var(--mantine-color-${named.color}-9), black 22%)`;
    return { ...resolved, color: `light-dark(${dark}, var(--mantine-color-${named.color}-3))` };
  },
  components: {
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    Drawer: { defaultProps: { position: "right", padding: "lg" } },
    Modal: { defaultProps: { centered: true, padding: "lg", radius: "lg" } },
    Tooltip: { defaultProps: { openDelay: 350, events: { hover: true, focus: true, touch: false } } },
    Table: { defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" } },
  },
});
