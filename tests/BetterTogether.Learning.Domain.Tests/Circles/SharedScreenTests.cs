using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class SharedScreenTests
{
    private readonly Room room = new("listening", 3, (p, i) => i == 2 ? p with { PersonId = null, Name = "In the room" } : p);

    private string? For(CircleCommand command, int by = 0) => room.Act(by, command with { Id = room.NextId(), For = Room.Seat(2) });

    [Fact]
    public void A_facilitator_presses_for_somebody_who_shares_a_screen()
    {
        room.Open();
        foreach (var person in new[] { 0, 1 })
        {
            room.Seen(person);
            room.Consent(person);
        }
        Assert.Null(For(new CircleCommand.Consent(3) { Id = "" }));
        room.Start();
        room.Turn();
        room.Turn();

        Assert.Equal("facilitators-only", For(new CircleCommand.Accept { Id = "" }, by: 1));
        Assert.Contains(CommandKind.Accept, room.See(0).Seats[2].MayDo!);
        Assert.Null(room.See(1).Seats[2].MayDo);
        Assert.Null(For(new CircleCommand.Accept { Id = "" }));
        Assert.Null(For(new CircleCommand.Release { Id = "" }));

        Assert.True(room.State.Round.Finished);
        Assert.Equal(1, room.State.Seats[2].Turns);
    }

    [Fact]
    public void Nobody_presses_for_somebody_who_has_a_screen_of_their_own()
    {
        room.Started();

        Assert.Equal("seat-not-found", room.Act(0, new CircleCommand.Accept { Id = "x", For = Room.Seat(1) }));
        Assert.Equal("seat-not-found", For(new CircleCommand.Close { Id = "" }));
    }
}
