using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>The model's tables, each after those it refers to, so that a new table comes along by itself.</summary>
internal static class TableOrder
{
    /// <exception cref="InvalidOperationException">Two tables refer to each other.</exception>
    public static IReadOnlyList<ITable> Of(LearningDb db)
    {
        var left = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var order = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.Find(t => t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || !left.Contains(k.PrincipalTable)))
                ?? throw new InvalidOperationException("These tables refer to each other: " + string.Join(", ", left.Select(t => t.Name)));
            left.Remove(next);
            order.Add(next);
        }
        return order;
    }
}
