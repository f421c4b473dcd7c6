using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Replies;

/// <summary>
/// Takes answers out of a folder, one mail a file. A file is read once it has stopped growing, and is gone once it is acted on;
/// a mail that is no answer is laid aside in <c>other</c>, because somebody may have written a question.
/// </summary>
public sealed class ReplyFolder(ReplyService replies, IOptions<ReplyOptions> options, DataFolder data, Readiness readiness, TimeProvider clock, ILogger<ReplyFolder> log) : PeriodicService(Every, readiness, clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly string folder = options.Value.Folder is { Length: > 0 } given ? Path.GetFullPath(Path.Combine(data.Path, given)) : Path.Combine(data.Path, "replies");
    private Dictionary<string, long> seen = [];

    protected override void Failed(Exception e) => log.RepliesStumbled(e);

    protected override async Task RunAsync(CancellationToken cancel)
    {
        DataFolder.Make(folder);
        var now = new DirectoryInfo(folder).EnumerateFiles().Where(f => !f.Name.StartsWith('.') && f.Extension is not (".tmp" or ".part")).ToDictionary(f => f.FullName, f => f.Length);
        foreach (var (path, length) in now.Where(f => seen.GetValueOrDefault(f.Key, -1) == f.Value).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            await TakeAsync(path, length, cancel);
        }
        seen = now;
    }

    private async Task TakeAsync(string path, long length, CancellationToken cancel)
    {
        if (length <= options.Value.MaxBytes)
        {
            var taken = await replies.TakeAsync(await File.ReadAllBytesAsync(path, cancel), cancel);
            if (!taken.Refusal.IsForPeople())
            {
                File.Delete(path);
                return;
            }
        }
        var other = Directory.CreateDirectory(Path.Combine(folder, "other"));
        File.Move(path, Path.Combine(other.FullName, Path.GetFileName(path)), overwrite: true);
    }
}
