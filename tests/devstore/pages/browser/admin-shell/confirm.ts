/** Asks the merchant one question over the whole admin; Escape and the close control say no. */
export function confirmInAdmin(question: {
  title: string;
  message: string;
  confirm: string;
  cancel: string;
}): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm-dialog';
  dialog.setAttribute('aria-label', question.title);
  const form = document.createElement('form');
  form.method = 'dialog';
  const heading = document.createElement('h2');
  heading.textContent = question.title;
  const text = document.createElement('p');
  text.textContent = question.message;
  const actions = document.createElement('div');
  actions.className = 'confirm-actions';
  for (const [value, label] of [
    ['no', question.cancel],
    ['yes', question.confirm],
  ] as const) {
    const choice = document.createElement('button');
    choice.value = value;
    choice.textContent = label;
    choice.className = value === 'yes' ? 'button button-critical' : 'button';
    actions.append(choice);
  }
  form.append(heading, text, actions);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
