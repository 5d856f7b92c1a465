/** The page's own, taken before a story's watch or clock replaces it: what the lab asks for is no pattern's. */
export const nextFrame = window.requestAnimationFrame.bind(window);
