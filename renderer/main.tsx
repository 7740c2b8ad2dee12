import './configure.ts';
// The order of the layers is said in the first of these, so it comes before every other style.
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connect, useWindow } from './store.ts';
import { WordsProvider } from './ui/words.tsx';

const place = document.getElementById('root');
if (!place) throw new Error('the page has no root');

await connect();
const language = useWindow.getState().app?.language ?? 'en';
createRoot(place).render(
  <StrictMode>
    <WordsProvider language={language}>
      <App />
    </WordsProvider>
  </StrictMode>,
);
