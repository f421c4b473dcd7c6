using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// Takes the lock of each session on PostgreSQL, at READ COMMITTED: an UPDATE that touches the row. Whoever waited reads what the
/// one before wrote; under REPEATABLE READ the snapshot would be older than the lock and oversell in spite of it.
/// </summary>
public class RowLocks
{
    public virtual async Task TakeAsync(LearningDb db, IReadOnlyCollection<Guid> sessionIds, CancellationToken cancel)
    {
        foreach (var id in sessionIds.Distinct().Order())
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Held, s => s.Held), cancel);
        }
    }
}
