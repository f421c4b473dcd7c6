namespace BetterTogether.Learning.Domain.People;

public enum Employment
{
    Employee,
    Agency,
    Student,
    Partner,
}
