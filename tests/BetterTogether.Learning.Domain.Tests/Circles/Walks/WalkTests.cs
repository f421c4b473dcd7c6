namespace BetterTogether.Learning.Domain.Tests.Circles.Walks;

/// <summary>
/// The sixteen invariants of a live circle, each over walks of its own: random interleavings of many people with doubled, late,
/// reordered and lost commands, drops and returns. A failure names its seed; the same seed is the same walk.
/// </summary>
public sealed class WalkTests
{
    private const int Walks = 640;

    [Fact] public void At_most_one_holder_who_has_agreed_and_is_not_out() => Hold<OneHolder>(1);
    [Fact] public void A_turn_is_granted_once_and_ended_once_by_whoever_may() => Hold<TurnsEndOnce>(2);
    [Fact] public void Round_the_circle_everybody_is_offered_the_piece_once() => Hold<OfferedOnce>(3);
    [Fact] public void Whoever_is_ready_comes_by_turns_and_arrival() => Hold<WhoeverIsReady>(4);
    [Fact] public void Reordering_moves_only_who_was_not_offered() => Hold<Reordering>(5);
    [Fact] public void Dropping_and_returning_loses_no_place() => Hold<DroppingAndReturning>(6);
    [Fact] public void Who_drops_with_the_piece_keeps_the_turn() => Hold<HolderDrops>(7);
    [Fact] public void Late_joiners_come_before_the_end_of_the_round() => Hold<LateJoiners>(8);
    [Fact] public void Who_leaves_is_out_at_once_and_who_was_asked_to_stays_out() => Hold<Leaving>(9);
    [Fact] public void Time_counts_only_while_the_piece_is_held() => Hold<SpokenTime>(10);
    [Fact] public void Roles_belong_to_people_and_absence_only_pauses() => Hold<Roles>(11);
    [Fact] public void Who_listens_never_has_the_piece() => Hold<Listeners>(12);
    [Fact] public void A_pass_and_a_step_out_are_not_labelled() => Hold<Unlabelled>(13);
    [Fact] public void Versions_rise_and_a_snapshot_is_total() => Hold<Versions>(14);
    [Fact] public void A_closed_circle_is_closed_and_nothing_said_is_kept() => Hold<NothingSaidIsKept>(15);
    [Fact] public void Voice_changes_nothing() => Hold<VoiceChangesNothing>(16);

    [Fact] public void Going_on_means_the_stage_that_was_seen() => Hold<StagesInOrder>(18);
    [Fact] public void What_the_screen_offers_is_what_can_be_done() => Hold<MayDo>(17);

    /// <summary>For the seed of a failure: put its invariant and number here and read the steps.</summary>
    [Theory, InlineData(30_017)]
    public void A_walk_is_replayed_from_its_seed(int seed)
    {
        var once = Walk.Trace(seed, new OfferedOnce());

        Assert.Equal(once, Walk.Trace(seed, new OfferedOnce()));
        Assert.NotEmpty(once);
        Walk.Take(seed, () => new OfferedOnce());
    }

    [Fact]
    public void A_broken_invariant_names_its_seed_and_the_steps()
    {
        var broken = Assert.Throws<BrokenInvariantException>(() => Walk.Take(7, () => new NothingStarts()));

        Assert.Contains("Seed 7", broken.Message, StringComparison.Ordinal);
        Assert.Contains("Start by 0", broken.Message, StringComparison.Ordinal);
    }

    private static void Hold<T>(int number) where T : Invariant, new()
    {
        for (var i = 0; i < Walks; i++) { Walk.Take(number * 10_000 + i, () => new T()); }
    }

    private sealed class NothingStarts : Invariant
    {
        public override void Look(Step step) => Demand(step.What != "Start" || !step.Changed, "Something started");
    }
}
