import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../ui/fonts.css';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './console.css';
import './list.css';
import './case.css';
import './sign-in.css';
import { App } from './app.tsx';
import { takeToken } from './address.ts';
import { createPlatformClient } from './platform-client.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

createRoot(root).render(
  <StrictMode>
    <App client={createPlatformClient()} token={takeToken(window)} />
  </StrictMode>,
);
