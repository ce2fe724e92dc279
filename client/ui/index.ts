import './index.css';

export * from './button.tsx';
export * from './calendar.tsx';
export * from './dialog.tsx';
export * from './error-summary.tsx';
export * from './field.tsx';
export * from './frame.tsx';
export * from './icon.tsx';
export * from './menu.tsx';
export * from './photo-grid.tsx';
export * from './photo-viewer.tsx';
export * from './pieces.tsx';
