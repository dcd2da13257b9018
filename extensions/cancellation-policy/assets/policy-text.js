/* global HTMLElement, customElements, fetch, reportError */

/**
 * `<unorder-policy-text src="…">` shows the text at an address of the shop in place of what it holds. An
 * element of its own, so that it works as often as the block is on a page, and again in the theme editor.
 */
class PolicyText extends HTMLElement {
  connectedCallback() {
    // Whatever goes wrong, the link inside stays.
    this.show().catch(reportError);
  }

  async show() {
    const response = await fetch(this.getAttribute('src'));
    if (!response.ok)
      throw new Error(`The cancellation policy was not loaded: ${response.status}.`);
    this.innerHTML = await response.text();
  }
}

if (!customElements.get('unorder-policy-text')) {
  customElements.define('unorder-policy-text', PolicyText);
}
