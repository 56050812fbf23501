namespace AgentScaler.Language;

/// <summary>Verbs that change, remove and connect what is there. Each line is read by <see cref="VerbLexicon"/>.</summary>
internal static class ChangingVerbs
{
    public const string Text =
        """
        adjust, amend, change, configure, correct, customize, decrease, decrement, deprioritize, downgrade, edit, extend, increase: update
        increment, lower, mark, modify, move, overwrite, patch, prioritize, prolong, rebook, recategorize, reclassify, reduce, refresh: update
        relabel, relocate, rename, replace, reprice, reschedule, reset, revise, set, shorten, sync, toggle, tweak, unmark, unset, update: update
        upgrade: update
        consume: update; takes units
        credit: update; gives money; undone by debit; rarely
        debit: update; takes money; undone by credit; rarely
        deduct, defund: update; takes money
        earn: update; gives money
        fund: update; gives money; rarely
        recharge: update; gives money
        refill: update; gives stock
        replenish: update; gives stock
        restock: update; gives stock
        spend: update; takes money
        stock: update; gives stock; rarely
        top up: update; gives money
        unflag: update; unmarks flagged
        feature: mark; marks featured
        flag: mark; marks flagged
        highlight: mark; marks highlighted
        trust: mark; marks trusted
        clear, del, destroy, discard, drop, erase, purge, remove, rm, scratch, trash, truncate, wipe: delete
        deallocate: delete; gives units
        delete: delete; undone by restore
        deregister: delete; gives units
        unregister: delete; gives units
        boost, delegate, endorse, invite: link
        affiliate: link; undone by disaffiliate
        assign: link; undone by unassign
        associate: link; undone by disassociate
        attach: link; undone by detach
        befriend: link; undone by unfriend
        bind: link; undone by unbind
        bookmark: link; marks bookmarked; undone by unbookmark
        connect: link; undone by disconnect
        dislike: link; marks disliked; undone by undislike
        dismiss: link; marks dismissed
        downvote: link; marks downvoted
        favorite: link; marks favorited; undone by unfavorite
        favourite: link; marks favourited; undone by unfavourite
        follow: link; marks followed; undone by unfollow
        grant: link; undone by revoke
        hide: link; marks hidden; undone by unhide
        join: link; marks joined; takes units; undone by leave
        like: link; marks liked; undone by unlike; noun
        link: link; undone by unlink; noun
        pin: link; marks pinned; undone by unpin; noun
        reassign: link; undone by unassign
        share: link; undone by unshare; noun
        snooze: link; marks snoozed; undone by unsnooze
        star: link; marks starred; undone by unstar; noun
        tag: link; undone by untag; noun
        upvote: link; marks upvoted; undone by unvote
        watch: link; marks watched; undone by unwatch; noun
        detach, disaffiliate, disassociate, disconnect, kick, unassign, unbind, unbookmark, undislike, unfavorite, unfavourite, unfollow: unlink
        unfriend, unlike, unlink, unmount, unpair, unpin, unsave, unshare, unstar, unsubscribe, untag, unvote, unwatch: unlink
        disenroll: unlink; gives units
        leave: unlink; unmarks joined; gives units; noun
        unenrol: unlink; gives units
        unenroll: unlink; gives units
        unhide: unlink; unmarks hidden
        backup, batch, bulk, click, close_browser, control, deploy, do, download, drag, execute, export, handle, hover, install, invoke: act
        logout, migrate, navigate_to, perform, play, press, print, pull, push, rebuild, retry, rotate, run, scale, scroll, swap, trigger: act
        turn, type, undo, uninstall, wait: act
        call: act; noun
        process: act; noun
        """;
}
