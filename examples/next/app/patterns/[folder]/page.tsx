import { connection } from 'next/server';
import { socketUrl } from '../../backend.ts';
import { Pattern } from './Pattern.tsx';

export default async function Page({ params }: { params: Promise<{ folder: string }> }) {
  await connection();
  const { folder } = await params;
  return <Pattern folder={folder} url={socketUrl(`/patterns/${folder}`)} />;
}
