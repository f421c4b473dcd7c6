using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class WriterGateTests
{
    private readonly WriterGate gate = new();

    [Fact]
    public async Task Writers_come_in_in_the_order_they_asked()
    {
        var first = await gate.EnterAsync(CancellationToken.None);
        var order = new List<int>();
        var others = Enumerable.Range(0, 100).Select(i => Write(i, order)).ToList();

        first.Dispose();
        await Task.WhenAll(others);

        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    [Fact]
    public async Task Only_one_is_in_at_a_time()
    {
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var turn = await gate.EnterAsync(CancellationToken.None);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        Assert.Equal(0, inside);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_queue_and_blocks_nobody()
    {
        using var impatient = new CancellationTokenSource();
        var first = await gate.EnterAsync(CancellationToken.None);
        var second = gate.EnterAsync(impatient.Token);
        var third = gate.EnterAsync(CancellationToken.None);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        first.Dispose();

        (await third).Dispose();
        (await gate.EnterAsync(CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task Giving_up_while_turns_pass_loses_no_turn()
    {
        for (var round = 0; round < 500; round++)
        {
            using var impatient = new CancellationTokenSource();
            var first = await gate.EnterAsync(CancellationToken.None);
            var second = gate.EnterAsync(impatient.Token);
            await Task.WhenAll(Task.Run(impatient.Cancel), Task.Run(first.Dispose));
            try { (await second).Dispose(); }
            catch (OperationCanceledException) { /* either may come first */ }

            (await gate.EnterAsync(CancellationToken.None).WaitAsync(Eventually.Patience)).Dispose();
        }
    }

    [Fact]
    public async Task Those_who_wait_have_come_as_well()
    {
        var first = await gate.EnterAsync(CancellationToken.None);
        var others = Enumerable.Range(0, 5).Select(_ => gate.EnterAsync(CancellationToken.None)).ToList();

        Assert.Equal(6, gate.Came);

        first.Dispose();
        foreach (var other in others) { (await other).Dispose(); }
    }

    private async Task Write(int i, List<int> order)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        order.Add(i);
    }
}
