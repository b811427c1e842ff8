import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/questions.css';
import './styles/answers.css';
import './styles/screens.css';
import './styles/identity.css';
import './styles/signature.css';
import './styles/documents.css';
import './styles/progress.css';
import './styles/larger.css';
import './styles/reach.css';
import './styles/landscape.css';
import './styles/staff.css';
import './styles/keyboard.css';
import { App } from './app.tsx';
import { lockGestures } from './frame/locked.ts';
import { holdEnterWhileComposing } from './keyboard/composing-enter.ts';
import { openTransport } from './kiosk-client/open.ts';
import { VoiceContext } from './speech/use-speech.ts';
import { openWebVoice } from './speech/voice.ts';
import { listen } from './state/events.ts';
import { createStore } from './state/store.ts';

lockGestures();
holdEnterWhileComposing();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

const transport = openTransport();
const store = createStore({ send: transport.send });
listen(transport, store, () => window.location.reload());

createRoot(root).render(
  <StrictMode>
    <Provider store={store}>
      <VoiceContext value={openWebVoice(window.speechSynthesis)}>
        <App />
      </VoiceContext>
    </Provider>
  </StrictMode>,
);
