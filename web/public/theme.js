// Before the first paint, so that a chosen theme does not flash. src/frame/theme.ts keeps the choice.
const theme = localStorage.getItem('carillon.theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
