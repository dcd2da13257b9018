/** What App Bridge in the app's frame and the admin that frames the app say to each other. */

export const APP_BRIDGE_CHANNEL = 'devstore-app-bridge';

/** One action of a title bar or save bar; `id` names the app's element for `press`. */
export interface BarAction {
  id: string;
  label: string;
  variant: 'primary' | 'breadcrumb' | 'plain';
  tone: 'critical' | 'default';
  disabled: boolean;
  loading: boolean;
  /** Set for an entry of a menu, named after its `section` label. */
  section: string | null;
}

export interface TitleBar {
  title: string;
  actions: BarAction[];
}

export interface NavigationEntry {
  label: string;
  href: string;
}

export interface SaveBar {
  discardConfirmation: boolean;
  save: BarAction | null;
  discard: BarAction | null;
}

interface AppToast {
  id: string;
  message: string;
  duration: number;
  isError: boolean;
  action: string | null;
}

export interface ScopesDetail {
  granted: string[];
  required: string[];
  optional: string[];
}

/** An extension of the app and where it is active. */
export interface ExtensionInfo {
  handle: string;
  type: 'ui_extension' | 'theme_app_extension';
  activations: (
    | { target: string }
    | {
        handle: string;
        name: string;
        target: string;
        status: 'active' | 'available' | 'unavailable';
        activations: { target: string; themeId: string }[];
      }
  )[];
}

/** Calls App Bridge makes; the admin answers. */
export type AdminMethods = {
  idToken: { in: null; out: string };
  scopes: { in: null; out: ScopesDetail };
  extensions: { in: null; out: ExtensionInfo[] };
  location: { in: { path: string }; out: null };
  titleBar: { in: TitleBar | null; out: null };
  navigation: { in: NavigationEntry[]; out: null };
  saveBar: { in: SaveBar | null; out: null };
  /** Resolves with true when the merchant wants to leave unsaved changes. */
  confirmLeave: { in: null; out: boolean };
  toastShow: { in: AppToast; out: null };
  toastHide: { in: { id: string }; out: null };
  loading: { in: { isLoading: boolean }; out: null };
  /** Darkens the admin around the app while a modal is open in it. */
  modal: { in: { open: boolean }; out: null };
  open: { in: { url: string; target: string }; out: null };
};

/** Calls the admin makes; App Bridge answers. */
export type AppMethods = {
  press: { in: { id: string }; out: null };
  navigate: { in: { path: string }; out: null };
  toastAction: { in: { id: string }; out: null };
  toastDismissed: { in: { id: string }; out: null };
  hideModals: { in: null; out: null };
};
