namespace AgentScaler.Language;

/// <summary>Verbs that lead a thing from one state to another. Each line is read by <see cref="VerbLexicon"/>.</summary>
internal static class StepVerbs
{
    public const string Text =
        """
        abort: step aborted cancelled
        accept: step accepted approved confirmed
        accredit: step accredited
        acknowledge: step acknowledged
        activate: step active activated enabled; leads back; marks active enabled; undone by deactivate
        administer: step administered
        allowlist: step allowlisted
        appoint: step appointed
        approve: step approved accepted; undone by unapprove
        arbitrate: step arbitrated
        archive: step archived; marks archived; undone by unarchive
        arm: step armed; marks armed
        arrive: step arrived
        attend: step attended
        audit: step audited; noun
        authorise: step authorised approved
        authorize: step authorized approved
        award: step awarded; rarely
        backorder: step backordered
        ban: step banned blocked; marks banned; undone by unban
        begin: step running started in_progress
        blacklist: step blacklisted; marks blacklisted
        block: step blocked; marks blocked; undone by unblock; noun
        blocklist: step blocklisted
        bring back: step returned; gives units
        calibrate: step calibrated
        call off: step cancelled canceled
        cancel: step cancelled canceled; gives units
        capture: step captured succeeded
        cash out: step cashed_out; takes money
        certify: step certified
        check in: step checked_in; from confirmed booked reserved; undone by check out
        check out: step checked_out; from checked_in
        claim: step claimed; rarely
        close: step closed resolved done; marks closed completed done; undone by reopen
        close out: step closed closed_out
        collect: step collected
        commission: step commissioned active
        complete: step completed complete done finished; marks completed done; undone by reopen
        confirm: step confirmed accepted
        cordon: step cordoned
        cosign: step cosigned
        countersign: step countersigned
        deactivate: step inactive deactivated disabled; unmarks active enabled
        decline: step declined rejected
        decommission: step decommissioned retired
        deescalate: step open; ends escalated; leads back
        defer: step deferred
        delay: step delayed
        delist: step delisted
        deliver: step delivered
        demolish: step demolished
        demote: step demoted
        deny: step denied rejected
        depart: step departed
        deprecate: step deprecated
        dequeue: step dequeued
        disable: step disabled inactive; unmarks enabled active
        disarm: step disarmed; ends armed; unmarks armed
        disburse: step disbursed; takes money
        discharge: step discharged
        disembark: step disembarked
        disengage: step disengaged
        dispatch: step dispatched shipped in_transit
        dispense: step dispensed; takes stock
        dispute: step disputed; rarely
        disqualify: step disqualified
        divert: step diverted
        drop off: step dropped_off delivered
        elect: step elected
        embark: step embarked
        enable: step enabled active; leads back; marks enabled active; undone by disable
        enqueue: step queued
        escalate: step escalated; undone by deescalate
        evacuate: step evacuated
        evict: step evicted
        excuse: step excused
        expedite: step expedited
        expel: step expelled
        expire: step expired
        fail: step failed
        finalize: step finalized open final
        finish: step finished completed done
        forfeit: step forfeited
        forgive: step forgiven
        freeze: step frozen; marks frozen; undone by unfreeze
        fulfill: step fulfilled shipped
        give back: step returned; gives units
        grade: step graded; rarely
        graduate: step graduated
        halt: step halted stopped
        hand in: step submitted handed_in
        hand over: step handed_over
        hold: step on_hold held; undone by release; noun
        immunize: step immunized
        interrupt: step interrupted
        interview: step interviewed; rarely
        investigate: step under_investigation investigating
        lay off: step laid_off
        lock: step locked; marks locked; undone by unlock; noun
        mediate: step mediated
        moderate: step moderated
        mute: step muted; marks muted; undone by unmute
        nominate: step nominated
        notarize: step notarized
        occupy: step occupied
        offboard: step offboarded inactive
        onboard: step onboarded active
        overbook: step overbooked
        pack: step packed
        pause: step paused suspended stopped; marks paused; undone by resume
        pay: step paid; makes payment; takes money; undone by refund
        pay off: step paid_off paid; takes money
        pay out: step paid_out paid; takes money
        phase out: step retired
        pick up: step out picked_up collected
        postpone: step postponed; undone by resume
        power off: step stopped off; unmarks on powered_on
        power on: step running on; leads back; marks on powered_on
        preauthorize: step authorized
        prepare: step prepared ready
        prepay: step prepaid; takes money
        promote: step promoted
        proofread: step proofread
        publish: step published live active; leads back; marks published; undone by unpublish
        put on hold: step on_hold held
        qualify: step qualified
        quarantine: step quarantined
        ratify: step ratified
        reactivate: step active reactivated enabled; leads back
        reboot: step running rebooting
        recall: step recalled
        receive: step received
        reconcile: step reconciled
        recruit: step recruited
        recycle: step recycled
        redeem: step redeemed; takes units points
        redraft: step draft
        reengage: step active; leads back
        refuel: step refuelled refueled
        refund: step refunded; makes refund; gives money; noun
        regrade: step graded
        rehire: step active rehired; leads back
        reimburse: step reimbursed; gives money
        reinstate: step active reinstated; leads back
        reject: step rejected declined denied
        release: step released active; noun
        relist: step listed active; leads back
        renew: step active renewed; leads back
        renovate: step renovated
        reopen: step open reopened opened; leads back; unmarks closed completed done resolved
        repair: step repaired
        repay: step repaid; takes money
        repeal: step repealed
        reprocess: step processing
        requeue: step queued; leads back
        reroute: step rerouted
        rescind: step rescinded
        reseat: step seated
        reship: step shipped
        resign: step resigned
        resolve: step resolved closed done; undone by reopen
        restart: step running; leads back
        restore: step active restored; leads back
        resubmit: step submitted
        resume: step running active resumed; ends paused suspended stopped on_hold held; leads back; unmarks paused
        retire: step retired
        retract: step retracted
        return: step returned return_requested; from delivered lent borrowed rented on_loan checked_out out; gives units; noun
        revoke: step revoked
        roll back: step rolled_back
        salvage: step salvaged
        scrap: step scrapped
        seat: step seated; noun
        serve: step served
        settle: step settled paid
        ship: step shipped sent in_transit
        shortlist: step shortlisted
        shut down: step stopped shut_down off
        sign: step signed
        sign off: step signed_off approved
        solve: step solved resolved
        start: step running started in_progress active; leads back; undone by stop
        sterilize: step sterilized
        stop: step stopped inactive
        sublet: step sublet
        submit: step submitted pending pending_review
        suspend: step suspended paused disabled; undone by reinstate
        switch off: step off disabled; unmarks on enabled
        switch on: step on enabled; leads back; marks on enabled
        take over: step taken_over
        terminate: step terminated
        thaw: step active; ends frozen; leads back; unmarks frozen
        triage: step triaged
        turn off: step off disabled inactive; unmarks on enabled
        turn on: step on enabled active; leads back; marks on enabled; undone by turn off
        unapprove: step pending; ends approved; leads back
        unarchive: step active open unarchived; leads back; unmarks archived
        unban: step active; ends banned blocked; leads back; unmarks banned
        unblock: step active unblocked; ends blocked; leads back; unmarks blocked
        unbook: step cancelled; gives units
        uncancel: step pending active; ends cancelled canceled; leads back
        unclaim: step unclaimed open available; leads back
        uncomplete: step open incomplete pending; leads back; unmarks completed done complete
        uncordon: step active; ends cordoned; leads back
        undelete: step active restored; leads back
        underwrite: step underwritten
        undock: step undocked
        unfreeze: step active; ends frozen; leads back; unmarks frozen
        unhold: step active open; ends on_hold held; leads back
        unlist: step unlisted
        unload: step unloaded
        unlock: step unlocked active; ends locked; leads back; unmarks locked
        unmute: step active unmuted; ends muted; leads back; unmarks muted
        unpack: step unpacked
        unpause: step running active; ends paused; leads back
        unpublish: step unpublished draft; unmarks published
        unreject: step pending; ends rejected; leads back
        unreserve: step available; leads back; gives units
        unresolve: step open unresolved; leads back
        unschedule: step unscheduled cancelled
        unsign: step unsigned
        unsnooze: step open; unmarks snoozed
        unsubmit: step draft; leads back
        unsuspend: step active; ends suspended; leads back
        unverify: step unverified; unmarks verified
        vacate: step vacated available
        vaccinate: step vaccinated
        verify: step verified; marks verified; undone by unverify
        veto: step vetoed
        void: step voided void; noun
        waitlist: step waitlisted
        waive: step waived
        warn: step warned
        whitelist: step whitelisted; marks whitelisted
        withdraw: step withdrawn; makes withdrawal; takes money; undone by deposit
        withhold: step withheld
        wrap up: step completed
        write off: step written_off
        """;
}
