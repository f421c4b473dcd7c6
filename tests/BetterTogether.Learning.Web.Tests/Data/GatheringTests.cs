using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Tests.Data;

public sealed class GatheringTests
{
    [Fact]
    public async Task What_is_asked_while_it_is_busy_is_done_in_one_go_and_each_gets_its_own_answer()
    {
        var busy = new TaskCompletionSource();
        var sizes = new List<int>();
        var squares = new Gathering<int, int>(async numbers =>
        {
            sizes.Add(numbers.Count);
            if (sizes.Count == 1) { await busy.Task; }
            return [.. numbers.Select(n => n * n)];
        });
        var first = squares.AskAsync(3);
        await Until(() => sizes.Count == 1);
        var others = Enumerable.Range(0, 50).Select(squares.AskAsync).ToList();
        busy.SetResult();
        Assert.Equal(9, await first);
        Assert.Equal(Enumerable.Range(0, 50).Select(n => n * n), await Task.WhenAll(others));
        Assert.Equal([1, 50], sizes);
    }

    [Fact]
    public async Task A_batch_is_no_larger_than_told()
    {
        var busy = new TaskCompletionSource();
        var sizes = new List<int>();
        var same = new Gathering<int, int>(async numbers =>
        {
            sizes.Add(numbers.Count);
            if (sizes.Count == 1) { await busy.Task; }
            return numbers;
        }, most: 4);
        var first = same.AskAsync(0);
        await Until(() => sizes.Count == 1);
        var others = Enumerable.Range(1, 10).Select(same.AskAsync).ToList();
        busy.SetResult();
        await Task.WhenAll([first, .. others]);
        Assert.Equal([1, 4, 4, 2], sizes);
    }

    [Fact]
    public async Task One_that_cannot_be_done_fails_alone()
    {
        var busy = new TaskCompletionSource();
        var calls = 0;
        var halves = new Gathering<int, int>(async numbers =>
        {
            if (Interlocked.Increment(ref calls) == 1) { await busy.Task; }
            return [.. numbers.Select(n => n % 2 == 0 ? n / 2 : throw new InvalidOperationException($"{n} is odd"))];
        });
        var first = halves.AskAsync(0);
        await Until(() => calls == 1);
        var (two, three, four) = (halves.AskAsync(2), halves.AskAsync(3), halves.AskAsync(4));
        busy.SetResult();
        Assert.Equal((0, 1, 2), (await first, await two, await four));
        Assert.Equal("3 is odd", (await Assert.ThrowsAsync<InvalidOperationException>(() => three)).Message);
    }

    [Fact]
    public async Task What_comes_after_all_is_done_is_done_too()
    {
        var same = new Gathering<int, int>(numbers => Task.FromResult(numbers));
        for (var i = 0; i < 1000; i++) { Assert.Equal(i, await same.AskAsync(i)); }
    }

    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo()) { await Task.Yield(); }
    }
}
