namespace AgentScaler.Language;

/// <summary>Verbs that leave something new. Each line is read by <see cref="VerbLexicon"/>.</summary>
internal static class MakingVerbs
{
    public const string Text =
        """
        acquire, admit, append, assemble, build, clone, compose, copy, create, duplicate, fork, generate, import, init, initialize, insert: create
        launch, make, mint, new, place, provision, raise, signup, spawn, upload, write: create
        add: create; undone by remove
        adopt: create adoption
        allocate: create allocation; takes units; undone by deallocate
        appeal: create appeal; rarely
        apply: create application; undone by withdraw
        auction: create auction; rarely
        bid: create bid; noun
        bill: create invoice; rarely
        book: create booking; takes units; undone by cancel; noun
        borrow: create loan; from available; takes units; undone by return
        buy: create purchase; takes units; undone by cancel
        charge: create charge; takes money; undone by refund; noun
        comment: create comment; rarely
        complain: create complaint
        deposit: create deposit; gives money; undone by withdraw; rarely
        diagnose: create diagnosis
        donate: create donation; takes money
        draft: create; rarely
        enrol: create enrollment; takes units; undone by unenrol
        enroll: create enrollment; takes units; undone by unenroll
        exchange: create exchange; rarely
        foster: create placement
        gift: create gift; rarely
        hire: create hire; takes units; undone by cancel; noun
        insure: create policy
        invest: create investment; takes money
        invoice: create invoice; rarely
        issue: create; noun
        lease: create lease; from available; takes units; undone by return; rarely
        lend: create loan; from available; takes units; undone by return
        loan: create loan; from available; takes units; undone by return; rarely
        log: create; noun
        matriculate: create enrollment
        mention: create mention; rarely
        open: create; undone by close
        order: create order; takes units; undone by cancel; noun
        petition: create petition; rarely
        plan: create; noun
        pledge: create pledge; rarely
        post: create; noun
        prescribe: create prescription
        purchase: create purchase; takes units; undone by cancel
        rate: create rating; noun
        react: create reaction
        record: create; noun
        refer: create referral
        register: create; takes units; undone by unregister
        rent: create rental; takes units; undone by cancel
        reorder: create order; takes units
        reply: create reply
        repost: create repost
        report: create report; rarely
        request: create; noun
        reserve: create reservation; takes units; undone by cancel
        retweet: create retweet
        review: create; noun
        rsvp: create rsvp
        save: create; undone by unsave
        schedule: create; noun
        sell: create sale; takes units
        sponsor: create sponsorship; rarely
        store: create; noun
        subscribe: create subscription; marks subscribed; undone by unsubscribe
        testify: create testimony
        tip: create tip; takes money; rarely
        trade: create trade; rarely
        vote: create vote; noun
        put, upsert: upsert
        alert, announce, broadcast, dm, forward, notify, remind, resend, send, tweet: send
        email: send; noun
        message: send; noun
        text: send; noun
        remit: transfer; takes money
        transfer: transfer; takes money; noun
        wire: transfer; rarely
        """;
}
