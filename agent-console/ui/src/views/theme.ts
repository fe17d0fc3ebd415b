import { createTheme, Modal } from "@mantine/core";

/// Blue of the Okabe-Ito palette and its shades. Shade 8 under white text has a contrast of 5.9.
export const theme = createTheme({
  colors: {
    sea: [
      "#e6f3fb",
      "#cfe6f5",
      "#a3cdea",
      "#72b3df",
      "#4a9dd6",
      "#308fd0",
      "#2089ce",
      "#0f76b6",
      "#0068a3",
      "#005a91",
    ],
    // Mantine takes fields and menus of the dark theme from here.
    dark: [
      "#e8ecf1",
      "#b0bac6",
      "#97a3b0",
      "#5d6b79",
      "#4a5664",
      "#27303b",
      "#10141a",
      "#171c23",
      "#0e1116",
      "#0b0e12",
    ],
  },
  primaryColor: "sea",
  primaryShade: 8,
  defaultRadius: "sm",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Roboto, sans-serif",
  cursorType: "pointer",
  components: {
    Modal: Modal.extend({
      defaultProps: { closeButtonProps: { "aria-label": "Close" }, centered: true },
    }),
  },
});
