import '@mantine/core/styles.css';
import '../styles/tokens.css';
import '../styles/frame.css';
import '../styles/page.css';
import '../styles/table.css';
import '../styles/form.css';
import '../styles/home.css';
import { createRoot } from 'react-dom/client';
import { tellLook } from '../components/look.ts';
import { noDesktop } from './no-desktop.ts';

if (!('desktop' in window)) Object.assign(window, { desktop: noDesktop });

tellLook();
// What asks the engine looks for the shell as soon as it is loaded.
const { Gallery } = await import('./gallery.tsx');
const root = document.getElementById('root');
if (root) createRoot(root).render(<Gallery />);
