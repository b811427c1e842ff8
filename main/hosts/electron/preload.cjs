// The screen's only way out of its sandbox: one question, one ear. CommonJS, because a sandboxed preload has no modules.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('oneWindow', {
  send: (name, input) => ipcRenderer.invoke('kiosk', name, input),
  subscribe: (listener) => {
    const take = (_event, message) => listener(message);
    ipcRenderer.on('kiosk-event', take);
    return () => ipcRenderer.removeListener('kiosk-event', take);
  },
});
