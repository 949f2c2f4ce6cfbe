import { app } from 'electron';
export const window = app;
