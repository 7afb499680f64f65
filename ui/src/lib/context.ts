// The controllers, as components reach them. Each is made once, by the root view.

import { createContext } from "svelte";
import type { ArticlePane } from "./article/pane.svelte";
import type { Desk } from "./dossier/desk.svelte";
import type { EventDeeds } from "./events/deeds.svelte";
import type { EventFilter } from "./events/filter.svelte";
import type { Mover } from "./events/mover.svelte";
import type { DossierSearch } from "./events/search.svelte";
import type { Intake } from "./intake/intake.svelte";
import type { Lang } from "./lang/lang.svelte";
import type { Notices } from "./notices/notices.svelte";
import type { Pages } from "./pages/pages.svelte";
import type { Settings } from "./settings/settings.svelte";
import type { Theme } from "./shared/theme.svelte";
import type { Tip } from "./shared/tip.svelte";
import type { Arranger } from "./side/arranger";
import type { Board } from "./side/board.svelte";
import type { Find } from "./side/find.svelte";

export const [useLang, provideLang] = createContext<Lang>();
export const [useTheme, provideTheme] = createContext<Theme>();
export const [useSettings, provideSettings] = createContext<Settings>();
export const [useTip, provideTip] = createContext<Tip>();
export const [useDesk, provideDesk] = createContext<Desk>();
export const [useFilter, provideFilter] = createContext<EventFilter>();
export const [useDeeds, provideDeeds] = createContext<EventDeeds>();
export const [useMover, provideMover] = createContext<Mover>();
export const [useSearch, provideSearch] = createContext<DossierSearch>();
export const [useBoard, provideBoard] = createContext<Board>();
export const [useFind, provideFind] = createContext<Find>();
export const [useArranger, provideArranger] = createContext<Arranger>();
export const [useArticle, provideArticle] = createContext<ArticlePane>();
export const [useIntake, provideIntake] = createContext<Intake>();
export const [useNotices, provideNotices] = createContext<Notices>();
export const [usePages, providePages] = createContext<Pages>();
