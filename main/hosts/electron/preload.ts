// Built to one CommonJS file, because a sandboxed preload has no modules.
import { contextBridge, ipcRenderer } from 'electron';
import { openBridge } from './bridge.ts';

openBridge({ contextBridge, ipcRenderer });
