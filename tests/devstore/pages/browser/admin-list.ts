/** The script of the admin's plain lists: they follow the shop while they are open. */
import { keepLive } from './extension-host/live-page.ts';
import { closeMenusOutside } from './menus.ts';

keepLive(() => undefined);
closeMenusOutside();
