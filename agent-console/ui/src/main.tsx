import "@mantine/core/styles.css";
import "./views/base.css";
import "./views/desk.css";
import "./views/wrapup.css";
import "./views/floor.css";
import "./views/administration.css";
import "./views/office.css";
import "./views/records.css";
import { MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { App } from "./views/App";
import { theme } from "./views/theme";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no #root");
}
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <App />
  </MantineProvider>,
);
