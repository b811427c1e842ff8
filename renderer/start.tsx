import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/questions.css';
import './styles/screens.css';
import './styles/larger.css';
import './styles/landscape.css';
import { App } from './app.tsx';
import { lockGestures } from './frame/locked.ts';
import { openTransport } from './kiosk-client/open.ts';
import { listen } from './state/events.ts';
import { createStore } from './state/store.ts';

lockGestures();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

const transport = openTransport();
const store = createStore({ send: transport.send });
listen(transport, store, () => window.location.reload());

createRoot(root).render(
  <StrictMode>
    <Provider store={store}>
      <App />
    </Provider>
  </StrictMode>,
);
