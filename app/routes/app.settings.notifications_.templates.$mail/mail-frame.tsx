import styles from './mail-frame.module.css';

interface Props {
  readonly title: string;
  readonly html: string;
}

/** A mail as a mail program shows it: nothing in it runs, and it reaches nothing of the page. */
export const MailFrame = ({ title, html }: Props) => (
  <iframe title={title} srcDoc={html} sandbox="" className={styles['frame']} />
);
