// Starts the window: language and theme first, so that nothing is drawn the wrong way round, then the backend.

import { mount } from "svelte";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/marks.css";
import { connect } from "./lib/backend/connect";
import { Lang } from "./lib/lang/lang.svelte";
import { isLanguage } from "./lib/lang/language";
import { Theme } from "./lib/shared/theme.svelte";
import App from "./views/App.svelte";

const query = new URLSearchParams(location.search);
const wanted = query.get("lang");
const lang = new Lang(isLanguage(wanted) ? wanted : null);
const theme = new Theme(query.get("theme"));

const target = document.getElementById("app");
if (target) mount(App, { target, props: { backend: await connect(query), lang, theme } });
