import Flag from '@lucide/svelte/icons/flag';
import Footprints from '@lucide/svelte/icons/footprints';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import MessageCircleHeart from '@lucide/svelte/icons/message-circle-heart';
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark';
import Gauge from '@lucide/svelte/icons/gauge';
import Smile from '@lucide/svelte/icons/smile';
import Star from '@lucide/svelte/icons/star';
import Sun from '@lucide/svelte/icons/sun';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Step } from '#lib/state/conversationSteps.ts';

/** The ornament of each step: it says nothing that the words do not say. */
export const PICTURES: Readonly<Record<Step['name'], Component<{ class?: string }>>> = {
  welcome: MessageCircleHeart,
  people: Users,
  doing: Footprints,
  health: HeartPulse,
  joy: Sun,
  story: Star,
  goals: Flag,
  score: Gauge,
  questions: MessageCircleQuestion,
  done: Smile,
};
